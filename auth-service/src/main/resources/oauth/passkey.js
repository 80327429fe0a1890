"use strict";

// Shows the passkey button where the browser can; without this file the page works by password.
const form = document.getElementById("passkey");
const problem = document.getElementById("passkey-problem");

async function show(event) {
  event.preventDefault();
  problem.hidden = true;
  try {
    const answer = await fetch("/api/v1/auth/passkeys/sign-in-options", { method: "POST" });
    if (!answer.ok) {
      throw new Error("options " + answer.status);
    }
    const options = (await answer.json()).data;
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const credential = await navigator.credentials.get({ publicKey });
    form.elements.credential.value = JSON.stringify(credential.toJSON());
    form.submit();
  }
  catch (error) {
    problem.hidden = false;
  }
}

if (form && window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON) {
  form.hidden = false;
  form.addEventListener("submit", show);
}
