package org.parley.platform.readmodels.account;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Lets services ask for accounts; those that find nobody by username have no client. */
@AutoConfiguration
@ConditionalOnProperty("parley.account-lookup.url")
@EnableConfigurationProperties(AccountSettings.class)
public class AccountAutoConfiguration {

	@Bean
	@Lazy
	AccountClient accountClient(AccountSettings settings) {
		return new AccountClient(settings);
	}

}
