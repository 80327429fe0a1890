package org.parley.auth.oauth.app;

import java.util.List;
import java.util.Set;

import org.parley.auth.client.Client;
import org.parley.auth.oauth.consent.GrantedApps;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the page of apps shows and takes back. */
@Component
class AppsWithAccess implements GrantedApps {

	private final PermittedApps permitted;

	AppsWithAccess(PermittedApps permitted) {
		this.permitted = permitted;
	}

	@Override
	public List<GrantedApp> of(String userId) {
		return this.permitted.of(userId)
			.stream()
			.map((app) -> new GrantedApp(app.clientId(), app.name(), null, Set.copyOf(app.scopes()), app.since(),
					app.lastUsedAt()))
			.toList();
	}

	@Override
	public void withdraw(String userId, String appId, Client client) {
		try {
			this.permitted.withdraw(userId, appId, client);
		}
		catch (ProblemException ex) {
			if (ex.status() != HttpStatus.NOT_FOUND) {
				throw ex;
			}
		}
	}

}
