package org.parley.auth.oauth.page;

import org.parley.auth.oauth.browser.BrowserSecurityConfigurer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Security of the pages. The endpoints of the protocol have their own filter chain.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

	private static final String[] PUBLIC_PAGES = { "/oauth2/login", "/oauth2/login/**", "/oauth2/federation/**",
			"/oauth2/discourse-connect", "/session/sso_provider", "/oauth2/signed-out", "/oauth2/sign-out",
			PageForward.FORM_POST, ProblemPage.PATH, PageAssets.PATH + "*" };

	private static final String[] USER_PAGES = { "/oauth2/consent", "/oauth2/device", "/oauth2/device/*",
			"/oauth2/apps", "/oauth2/apps/*/withdraw" };

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 10)
	SecurityFilterChain pageSecurityFilterChain(HttpSecurity http, BrowserSecurityConfigurer browsers) {
		browsers.protectPages(http, ProblemPage::refuse);
		return http.securityMatchers((all) -> all.requestMatchers(PUBLIC_PAGES).requestMatchers(USER_PAGES))
			.csrf((csrf) -> csrf.ignoringRequestMatchers(ProblemPage.PATH, PageForward.FORM_POST))
			.headers(PageSecurity::protect)
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers(PUBLIC_PAGES).permitAll().anyRequest().authenticated())
			.build();
	}

	private static void protect(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(PageContentSecurityPolicy.PLAIN))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
	}

}
