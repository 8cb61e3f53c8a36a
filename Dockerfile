# syntax=docker/dockerfile:1
# Three stages: the console is built with Node.js and the wheels with a compiler; the image that runs has neither.
FROM node:24-slim AS console
WORKDIR /web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN npm ci --omit=dev
COPY clients/typescript/src /clients/typescript/src
COPY web .
RUN npm run build

FROM python:3.13-slim AS build
WORKDIR /build
COPY requirements.txt .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --disable-pip-version-check -r requirements.txt

FROM python:3.13-slim
RUN useradd --system --create-home --home-dir /srv/pos pos
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 LOG_FORMAT=json BIND=0.0.0.0:8000 LIVENESS_PORT=8001
WORKDIR /srv/pos
COPY --chown=pos . .
COPY --from=console --chown=pos /web/dist web/dist
USER pos
RUN DEBUG=True python manage.py collectstatic --noinput
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD python -c "import urllib.request as u; u.urlopen('http://127.0.0.1:8001/healthz', timeout=2)"
STOPSIGNAL SIGTERM
CMD ["gunicorn"]
