"""A page that shows the letters we sent in the demonstration, as the contributors would get them."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from tinbai.demo.sink import kept

PAGE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Thư đã gửi đi</title><link rel="stylesheet" href="/static/portal.css"></head>
<body><main class="inner"><h1>Thư đã gửi đi</h1>
<p>Trong bản chạy thử, thư trả lời cộng tác viên dừng lại ở đây. <a href="/">Về trang cổng</a></p>
{% for letter in letters %}<article><h2>{{ letter.subject }}</h2>
<p>Gửi: {{ letter.to }} · {{ letter.date }}</p><pre>{{ letter.text }}</pre></article>
{% else %}<p>Chưa có thư nào.</p>{% endfor %}</main></body></html>"""


def add_outgoing_page(app: FastAPI, folder: Path) -> None:
    """Serve `/thu-da-gui` on the portal's address."""
    template = Environment(autoescape=True).from_string(PAGE)

    @app.get("/thu-da-gui", response_class=HTMLResponse)
    def outgoing() -> str:
        return template.render(letters=kept(folder))
