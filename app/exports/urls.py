"""The URLs of copies."""

from rest_framework.routers import SimpleRouter

from app.exports.views import ExportViewSet

router = SimpleRouter(use_regex_path=False)
router.register("export", ExportViewSet, basename="export")
urlpatterns = router.urls
