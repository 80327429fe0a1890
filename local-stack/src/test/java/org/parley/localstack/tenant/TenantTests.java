package org.parley.localstack.tenant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TenantTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "a/b", "a*", "a\"b", "a@b" })
	void whatWouldNeedEscapingIsRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> Tenant.alone(name, "secret"));
	}

	@Test
	void servicesShareAVirtualHost() {
		var rights = RedisRights.under("forum-service:");
		assertThat(Tenant.service("forum-service", "secret", BrokerRights.OWN_HOST, rights)).isEqualTo(
				new Tenant("forum-service", "secret", "parley", BrokerRights.OWN_HOST, "forum-service:", rights));
	}

}
