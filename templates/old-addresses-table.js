{# Old addresses with a query, and where each leads from the site's root. #}
newsgenOldAddresses({{ addresses | tojson }});
