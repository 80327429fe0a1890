package org.parley.webhook.subscription;

import java.util.Set;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookSubscriptionRequestTests {

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	@Test
	void addressOfAnotherScriptIsStoredAsItIsSent() {
		var request = new WebhookSubscriptionRequest("https://bücher.example/straße", null, null, null, null, null,
				null);
		assertThat(request.url()).isEqualTo("https://xn--bcher-kva.example/stra%C3%9Fe");
	}

	@Test
	void categoryIsNamedByItsId() {
		assertThat(this.validator.validate(ofCategory(Ids.next()))).isEmpty();
		assertThat(this.validator.validate(ofCategory("garden"))).singleElement()
			.satisfies((violation) -> assertThat(violation.getPropertyPath().toString()).startsWith("categories"));
	}

	@Test
	void emptyTagIsRefused() {
		var request = new WebhookSubscriptionRequest(null, null, null, Set.of(""), null, null, null);
		assertThat(this.validator.validate(request)).hasSize(1);
	}

	private static WebhookSubscriptionRequest ofCategory(String category) {
		return new WebhookSubscriptionRequest(null, null, Set.of(category), null, null, null, null);
	}

}
