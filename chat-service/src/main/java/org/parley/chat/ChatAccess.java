package org.parley.chat;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;

/**
 * Access rules by scope. The use cases check who is a member of a conversation. A token
 * for sockets sends messages, because realtime-service does so with it, and nothing else.
 */
@Configuration(proxyBeanMethods = false)
class ChatAccess {

	private static final String CHAT = "/api/v1/chat/**";

	private static final String MESSAGES = "/api/v1/chat/conversations/*/messages";

	@Bean
	AccessRules rules(RoleHierarchy roles) {
		return (requests) -> {
			var write = AccessRules.may("user", "chat:write", roles);
			requests.requestMatchers(AccessRules.reads(CHAT))
				.access(AccessRules.forApi(AccessRules.may("user", "chat:read", roles)));
			requests.requestMatchers(HttpMethod.POST, MESSAGES).access(write);
			requests.requestMatchers(CHAT).access(AccessRules.forApi(write));
		};
	}

}
