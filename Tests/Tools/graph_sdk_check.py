#!/usr/bin/env python3
"""Read a simulated tenant with Microsoft's own Graph SDK.

    reeve simulate --port 0 --dns-port 0 > ready.json &
    python3 Tests/Tools/graph_sdk_check.py VENV ready.json

VENV is a folder; where it holds no virtual environment yet, one is made and
`msgraph-sdk`, `azure-identity` and `deprecated` are installed from PyPI (about 470 MB, a
minute and a half). ready.json holds the line that `reeve simulate` prints; `-`
reads it from standard input.

Reads all users page by page, a round of users delta and the round after it, and
a batch, and compares what the three say. Prints what it read. Exit status: 0
everything was read and agrees, 1 something did not, 2 wrong usage.
"""
import asyncio
import json
import os
import subprocess
import sys
import time
import urllib.parse
import urllib.request

# msgraph-core imports `deprecated` for batches without naming it among its dependencies.
PACKAGES = ["msgraph-sdk", "azure-identity", "deprecated"]


def enter_environment(folder):
    """Runs this script again with the interpreter of the environment, made first where it is missing."""
    python = os.path.join(os.path.abspath(folder), "bin", "python3")
    if os.path.abspath(sys.prefix) == os.path.abspath(folder):
        return
    if not os.path.exists(python):
        subprocess.check_call([sys.executable, "-m", "venv", folder])
    probe = subprocess.run([python, "-c", "import msgraph, azure.identity, deprecated"], capture_output=True)
    if probe.returncode != 0:
        subprocess.check_call([python, "-m", "pip", "install", "--quiet", *PACKAGES])
    os.execv(python, [python, *sys.argv])


def ready_line(name):
    with sys.stdin if name == "-" else open(name, encoding="utf-8") as source:
        return json.loads(source.readline())


class SimulatedCredential:
    """A token of the client-credentials flow. The SDK's own credential insists on https, so the form is posted here."""

    def __init__(self, ready):
        self.ready = ready

    def fetch(self):
        form = urllib.parse.urlencode({
            "grant_type": "client_credentials", "client_id": self.ready["clientId"],
            "client_secret": self.ready["clientSecret"], "scope": "https://graph.microsoft.com/.default",
        }).encode()
        url = "%s/%s/oauth2/v2.0/token" % (self.ready["loginUrl"], self.ready["tenantId"])
        with urllib.request.urlopen(url, form, timeout=30) as answer:
            return json.load(answer)


def make_client(ready):
    from kiota_abstractions.authentication import AccessTokenProvider, AllowedHostsValidator
    from kiota_abstractions.authentication import BaseBearerTokenAuthenticationProvider
    from msgraph import GraphRequestAdapter, GraphServiceClient
    from msgraph_core import GraphClientFactory

    class Tokens(AccessTokenProvider):
        def __init__(self):
            self.token, self.until = None, 0
            self.hosts = AllowedHostsValidator([urllib.parse.urlsplit(ready["graphUrl"]).hostname])

        async def get_authorization_token(self, uri, additional_authentication_context={}):
            if time.time() > self.until:
                answer = await asyncio.to_thread(SimulatedCredential(ready).fetch)
                self.token, self.until = answer["access_token"], time.time() + answer["expires_in"] * 0.8
            return self.token

        def get_allowed_hosts_validator(self):
            return self.hosts

    client = GraphClientFactory.create_with_default_middleware(host=ready["graphUrl"])
    adapter = GraphRequestAdapter(BaseBearerTokenAuthenticationProvider(Tokens()), client=client)
    adapter.base_url = ready["graphUrl"] + "/v1.0"
    return GraphServiceClient(request_adapter=adapter), adapter


async def read_users(client):
    from kiota_abstractions.base_request_configuration import RequestConfiguration
    from msgraph.generated.users.users_request_builder import UsersRequestBuilder

    query = UsersRequestBuilder.UsersRequestBuilderGetQueryParameters(
        select=["id", "displayName", "accountEnabled", "createdDateTime"], top=10)
    page = await client.users.get(request_configuration=RequestConfiguration(query_parameters=query))
    users, pages = {}, 0
    while page:
        pages += 1
        users.update({user.id: user.display_name for user in page.value})
        page = await client.users.with_url(page.odata_next_link).get() if page.odata_next_link else None
    print("users: %d on %d pages" % (len(users), pages))
    return users


async def read_delta(client):
    from kiota_abstractions.base_request_configuration import RequestConfiguration
    from msgraph.generated.users.delta.delta_request_builder import DeltaRequestBuilder

    query = DeltaRequestBuilder.DeltaRequestBuilderGetQueryParameters(select=["id", "displayName"])
    page = await client.users.delta.get(request_configuration=RequestConfiguration(query_parameters=query))
    users, pages = {}, 0
    while True:
        pages += 1
        for user in page.value:
            if "@removed" in user.additional_data:
                users.pop(user.id, None)
            else:
                users[user.id] = user.display_name
        if not page.odata_next_link:
            break
        page = await client.users.delta.with_url(page.odata_next_link).get()
    later = await client.users.delta.with_url(page.odata_delta_link).get()
    print("users delta: %d on %d pages, %d in the round after" % (len(users), pages, len(later.value)))
    return users


async def read_batch(client, adapter, users):
    """Built and sent by the SDK, each part's body read as one of its models. Its own reader of batch answers takes
    bodies in base 64 alone, so the answer is taken apart here."""
    from kiota_serialization_json.json_parse_node_factory import JsonParseNodeFactory
    from msgraph.generated.models.user import User
    from msgraph_core.requests.batch_request_builder import BatchRequestBuilder
    from msgraph_core.requests.batch_request_content import BatchRequestContent
    from msgraph_core.requests.batch_request_item import BatchRequestItem

    content, asked = BatchRequestContent(), {}
    for user_id in [*list(users)[:5], "nobody"]:
        item = BatchRequestItem(request_information=client.users.by_user_id(user_id).to_get_request_information())
        content.add_request(item.id, item)
        asked[item.id] = user_id
    request = await BatchRequestBuilder(adapter).to_post_request_information(content)
    answer = json.loads(await adapter.send_primitive_async(request, "bytes", {}))
    names, statuses = {}, {}
    for part in answer["responses"]:
        user_id = asked[part["id"]]
        statuses[user_id] = part["status"]
        if part["status"] == 200:
            body = json.dumps(part["body"]).encode()
            node = JsonParseNodeFactory().get_root_parse_node("application/json", body)
            names[user_id] = node.get_object_value(User).display_name
    print("batch: %d parts with status 200, one with %s" % (len(names), statuses.get("nobody")))
    return names, statuses.get("nobody")


async def check(ready):
    client, adapter = make_client(ready)
    users = await read_users(client)
    wrong = []
    if len(users) < 10 or None in users.values():
        wrong.append("the list of users is short or has users without a name")
    if await read_delta(client) != users:
        wrong.append("users delta and the list of users differ")
    names, missing = await read_batch(client, adapter, users)
    if names != {key: users[key] for key in list(users)[:5]}:
        wrong.append("the batch and the list of users differ")
    if missing != 404:
        wrong.append("an unknown user in a batch answers %s, not 404" % missing)
    for line in wrong:
        print("wrong: " + line, file=sys.stderr)
    return 1 if wrong else 0


def main():
    if len(sys.argv) != 3:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    enter_environment(sys.argv[1])
    return asyncio.run(check(ready_line(sys.argv[2])))


if __name__ == "__main__":
    sys.exit(main())
