package org.parley.localstack.tenant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TenantTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "a/b", "a*", "a\"b", "a@b" })
	void nameThatNeedsEscapingIsRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> Tenant.isolated(name, "secret"));
	}

	@Test
	void servicesShareVhost() {
		var rights = RedisRights.under("forum-service:");
		assertThat(Tenant.service("forum-service", "secret", BrokerRights.WHOLE_VHOST, rights)).isEqualTo(
				new Tenant("forum-service", "secret", "parley", BrokerRights.WHOLE_VHOST, "forum-service:", rights));
	}

}
