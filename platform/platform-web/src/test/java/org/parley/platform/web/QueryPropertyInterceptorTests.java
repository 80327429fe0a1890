package org.parley.platform.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class QueryPropertyInterceptorTests {

	private final QueryPropertyInterceptor interceptor = new QueryPropertyInterceptor();

	@ParameterizedTest
	@ValueSource(strings = { "utm_source", "utm_medium", "mc_cid", "_hsenc", "fbclid", "gclid", "_", "t", "utm_id1",
			"ck_subscriber_id", "_bta_c", "ml_subscriber", "si", "amp", "gad_source" })
	void propertiesOfOtherProgramsAreIgnoredWhereTheyLengthenAddresses(String name) throws Exception {
		assertThat(isAllowed(new Feed(), name)).isTrue();
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> isAllowed(new Plain(), name));
	}

	@Test
	void otherUnknownPropertiesAreRefusedEverywhere() {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> isAllowed(new Feed(), "surprise"));
	}

	private boolean isAllowed(Object controller, String name) throws Exception {
		var request = new MockHttpServletRequest();
		request.setQueryString(name + "=1");
		request.addParameter(name, "1");
		var method = new HandlerMethod(controller, controller.getClass().getDeclaredMethod("get"));
		return this.interceptor.preHandle(request, new MockHttpServletResponse(), method);
	}

	@LengthenedAddress
	static final class Feed {

		void get() {
		}

	}

	static final class Plain {

		void get() {
		}

	}

}
