# syntax=docker/dockerfile:1
# Two stages: the wheels are built with a compiler, the image that runs has none.
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
USER pos
RUN DEBUG=True python manage.py collectstatic --noinput
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD python -c "import urllib.request as u; u.urlopen('http://127.0.0.1:8001/healthz', timeout=2)"
STOPSIGNAL SIGTERM
CMD ["gunicorn"]
