"""Training of the shipped model: recipe, data, templates. Nothing that runs a study imports it."""
