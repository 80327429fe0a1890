package org.parley.chat;

import org.parley.platform.test.endpoint.DeclaredAccess;
import org.parley.platform.test.endpoint.DeclaredEndpoints;
import org.parley.platform.test.endpoint.EndpointsContract;
import org.parley.platform.web.PlatformWebAutoConfiguration;

class EndpointsTests implements EndpointsContract {

	private static final DeclaredEndpoints ENDPOINTS = DeclaredEndpoints.in("org.parley.chat",
			PlatformWebAutoConfiguration.class);

	private static final DeclaredAccess ACCESS = DeclaredAccess.of(new ChatAccess().rules(DeclaredAccess.ROLES)::apply);

	@Override
	public DeclaredEndpoints endpoints() {
		return ENDPOINTS;
	}

	@Override
	public DeclaredAccess access() {
		return ACCESS;
	}

}
