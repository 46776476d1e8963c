"""Settings, URLs and the API mount: the only place that knows every room."""
