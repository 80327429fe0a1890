package org.parley.webhook.subscription;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookSubscriptionRequestTests {

	@Test
	void addressOfAnotherScriptIsStoredAsItIsSent() {
		var request = new WebhookSubscriptionRequest("https://bücher.example/straße", null, null, null, null, null,
				null);
		assertThat(request.url()).isEqualTo("https://xn--bcher-kva.example/stra%C3%9Fe");
	}

}
