"""Connects as any program of FastMCP does, but says where its browser would go instead of opening one."""

import asyncio
import json
import sys
import webbrowser

from fastmcp import Client
from fastmcp.client.auth import OAuth

url, *document = sys.argv[1:]


def tell(address: str) -> bool:
    print(f"BROWSER {address}", flush=True)
    return True


webbrowser.open = tell
by_document = {"client_metadata_url": document[0]} if document else {}


async def main() -> None:
    async with Client(url, auth=OAuth(client_name="FastMCP host", **by_document)) as client:
        tools = [tool.name for tool in await client.list_tools()]
        made = await client.call_tool("task_create", {"title": "Made from Python"})
        print(f"DONE {json.dumps({'tools': tools, 'made': made.structured_content})}", flush=True)


asyncio.run(main())
