"""The four OAuth tools with the real FastMCP client; prints what it saw as JSON. Argument: how the client connects."""

import asyncio
import json
import os
import sys
import webbrowser

from fastmcp import Client

TANDEM = os.environ["TANDEM_URL"]
OPTIONS = {"auto": {}, "legacy": {"mode": "legacy"}}[sys.argv[1]]


async def main():
    progress = []

    async def on_progress(done, total, message):
        progress.append([done, total, message])

    def both(result):
        """What a client reads from the text, and what from the structured content."""
        assert json.loads(result.content[0].text) == result.data, result
        return result.data

    async with Client(f"{TANDEM}/mcp", **OPTIONS) as client:
        begun = both(
            await client.call_tool("authenticate_account", {"callback_base_url": TANDEM})
        )
        early = both(
            await client.call_tool(
                "wait_for_callback",
                {"state": begun["state"], "timeout": 1},
                progress_handler=on_progress,
            )
        )
        webbrowser.open(begun["auth_url"])
        callback = both(
            await client.call_tool("wait_for_callback", {"state": begun["state"]})
        )
        token = both(
            await client.call_tool(
                "complete_authentication",
                {"auth_code": callback["auth_code"], "callback_base_url": TANDEM},
            )
        )
        profile = both(
            await client.call_tool("get_user_profile", {"access_token": token["access_token"]})
        )
        try:
            await client.call_tool("get_user_profile", {"access_token": "nonsense"})
            refusal = None
        except Exception as error:  # whatever the client makes of it
            refusal = f"{type(error).__name__}: {error}"
    print(
        json.dumps(
            {
                "keys": [sorted(begun), sorted(callback), sorted(token)],
                "early": early["success"],
                "progress": progress,
                "expires_in": token["expires_in"],
                "profile": profile,
                "refusal": refusal,
            }
        )
    )


asyncio.run(main())
