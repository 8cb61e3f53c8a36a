from rest_framework.test import APIClient


def test_a_schema_page_is_there_without_a_log_in(client: APIClient, db: None) -> None:
    assert client.get("/api/schema/").status_code == 200
