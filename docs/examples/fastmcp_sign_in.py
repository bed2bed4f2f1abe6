"""Signs a person in with the Python client of FastMCP and greets them: pip install fastmcp, then run this file."""

import asyncio
import json
import os
import webbrowser

from fastmcp import Client

TANDEM = os.environ.get("TANDEM_URL", "http://localhost:8000")


async def main():
    async with Client(f"{TANDEM}/mcp") as client:
        # 1. Begin, and open the browser for the person.
        result = await client.call_tool("authenticate_account", {"callback_base_url": TANDEM})
        begun = json.loads(result.content[0].text)
        webbrowser.open(begun["auth_url"])

        # 2. Wait until the person is done there. The answer can come to any replica.
        result = await client.call_tool(
            "wait_for_callback", {"state": begun["state"], "timeout": 120}
        )
        callback = json.loads(result.content[0].text)
        if not callback["success"]:
            raise SystemExit(callback["message"])

        # 3. Exchange the code. The token is Tandem's own: it counts here, for this caller, for an hour.
        result = await client.call_tool(
            "complete_authentication",
            {"auth_code": callback["auth_code"], "callback_base_url": TANDEM},
        )
        token = json.loads(result.content[0].text)

        # 4. Who is it? `result.data` holds the same as the text.
        result = await client.call_tool(
            "get_user_profile", {"access_token": token["access_token"]}
        )
        print(f"Logged in as: {result.data['displayName']}")


asyncio.run(main())
