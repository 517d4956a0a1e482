"use strict";

const form = document.getElementById("token-form");

async function show(token) {
  const headers = token ? { Authorization: "Bearer " + token } : {};
  const answer = await fetch("/openapi", { headers });
  form.hidden = answer.ok;
  if (!answer.ok) {
    return;
  }
  SwaggerUIBundle({
    spec: await answer.json(),
    dom_id: "#page",
    deepLinking: true,
    validatorUrl: null,
    persistAuthorization: false
  });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  show(document.getElementById("token").value.trim());
});

show(null);
