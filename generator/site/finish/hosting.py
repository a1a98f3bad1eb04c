"""Settings for the servers of a host: what a page cannot say of itself, in the forms that hosts read.

Only embeds may be shown in a frame, and by anybody.

`_headers` is read by Netlify and Cloudflare Pages, `.htaccess` by Apache; `.nginx.conf` is for an `include`
in the `server` block of nginx. GitHub Pages reads none: there what stands in the pages themselves holds.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.pages.embed import FOLDER
from generator.pages.embed import policy as policy_of_embeds
from generator.site.finish.csp import LOST_SCRIPT, policy

FILES = ("_headers", ".htaccess", ".nginx.conf")
"""The files, by their paths in the site."""
HEADERS = {
    "Content-Security-Policy": f"{policy(LOST_SCRIPT)}; media-src 'self'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer says. Of a policy here and one in the page a browser takes the stricter part of each."""
_POLICY, _FRAMES = "Content-Security-Policy", "X-Frame-Options"
OF_EMBEDS = {name: value for name, value in HEADERS.items() if name != _FRAMES} | {
    _POLICY: f"{policy_of_embeds()}; frame-ancestors *"
}
"""What the answer with an embed says. Where a host still says that it must not be framed, browsers take the
word of the policy, which is the newer (CSP 3, 6.4.2.1)."""
ASK_AGAIN = "no-cache"
FOR_GOOD = "public, max-age=31536000, immutable"
_MARKDOWN = "text/markdown; charset=utf-8"
"""What pages as Markdown are: not every server knows."""
_BY_CONTENT = ("assets/documentary/style-*", "search/parts/part-*")
"""Files whose names are of their content: what a browser holds of them is never outdated."""


def hosting(address: str) -> dict[str, bytes]:
    """The settings by their paths in the site; `address` is the root's, empty where it is not known."""
    root = urlsplit(address).path or "/"
    made = _headers(root), _apache(root), _nginx(root)
    return {path: text.encode() for path, text in zip(FILES, made, strict=True)}


def _headers(root: str) -> str:
    lines = [f"{root}*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    lines.append(f"  Cache-Control: {ASK_AGAIN}")
    for pattern in _BY_CONTENT:
        lines += [f"{root}{pattern}", "  ! Cache-Control", f"  Cache-Control: {FOR_GOOD}"]
    lines += [f"{root}{FOLDER}*", f"  ! {_POLICY}", f"  ! {_FRAMES}", f"  {_POLICY}: {OF_EMBEDS[_POLICY]}"]
    return "\n".join([*lines, ""])


def _apache(root: str) -> str:
    fixed = "|".join(_regex(pattern) for pattern in _BY_CONTENT)
    return "\n".join(
        [
            "Options -Indexes",
            "AddDefaultCharset utf-8",
            f'AddType "{_MARKDOWN}" .md',
            f"ErrorDocument 404 {root}404.html",
            '<FilesMatch "^[.]">',
            "  Require all denied",
            "</FilesMatch>",
            "<IfModule mod_headers.c>",
            *(f'  Header always set {name} "{value}"' for name, value in HEADERS.items()),
            f'  Header always set Cache-Control "{ASK_AGAIN}"',
            f'  <If "%{{REQUEST_URI}} =~ m#/({fixed})[^/]*$#">',
            f'    Header always set Cache-Control "{FOR_GOOD}"',
            "  </If>",
            f'  <If "%{{REQUEST_URI}} =~ m#^{re.escape(root)}{FOLDER}#">',
            f'    Header always set {_POLICY} "{OF_EMBEDS[_POLICY]}"',
            f"    Header always unset {_FRAMES}",
            "  </If>",
            "</IfModule>",
            "",
        ]
    )


def _nginx(root: str) -> str:
    said, of_embeds = (
        [f'  add_header {name} "{value}" always;' for name, value in headers.items()]
        for headers in (HEADERS, OF_EMBEDS)
    )
    fixed = "|".join(_regex(pattern) for pattern in _BY_CONTENT)
    return "\n".join(
        [
            "# In the server block that has this folder as its root: include /path/to/site/.nginx.conf;",
            "charset utf-8;",
            "server_tokens off;",
            f"error_page 404 {root}404.html;",
            "location ~ /[.] { return 404; }",
            f'location ~ "/({fixed})[^/]*$" {{',
            *said,
            f'  add_header Cache-Control "{FOR_GOOD}" always;',
            "}",
            "location ~ [.]md$ {",
            f'  types {{}} default_type "{_MARKDOWN}";',
            *said,
            f'  add_header Cache-Control "{ASK_AGAIN}" always;',
            "}",
            f'location ~ "^{re.escape(root)}{FOLDER}" {{',
            *of_embeds,
            f'  add_header Cache-Control "{ASK_AGAIN}" always;',
            "}",
            "location / {",
            *said,
            f'  add_header Cache-Control "{ASK_AGAIN}" always;',
            "}",
            "",
        ]
    )


def _regex(pattern: str) -> str:
    return pattern.removesuffix("*")
