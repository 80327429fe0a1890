package org.parley.auth.oauth.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.OAuthClient;
import org.parley.auth.oauth.client.OAuthClients;
import org.parley.auth.oauth.grant.AppPermission;
import org.parley.auth.oauth.grant.AppPermissions;
import org.parley.auth.oauth.grant.EndGrants;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** The apps that somebody has let act for them, and the end of that. */
@Component
public class AuthorizedApps {

	private final AppPermissions appPermissions;

	private final OAuthClients clients;

	private final EndGrants ending;

	private final UnitOfWork work;

	private final Audit audit;

	AuthorizedApps(AppPermissions appPermissions, OAuthClients clients, EndGrants ending, UnitOfWork work,
			Audit audit) {
		this.appPermissions = appPermissions;
		this.clients = clients;
		this.ending = ending;
		this.work = work;
		this.audit = audit;
	}

	/** All of them; what is removed is as good as withdrawn. */
	public List<Permitted> of(String userId) {
		var permitted = this.appPermissions.of(userId);
		var ids = permitted.stream().map(AppPermission::client).toList();
		var apps = StreamSupport.stream(this.clients.findAllById(ids).spliterator(), false)
			.filter((app) -> !app.isRemoved())
			.collect(Collectors.toMap(OAuthClient::id, Function.identity()));
		return permitted.stream()
			.flatMap((appPermission) -> Optional.ofNullable(apps.get(appPermission.client()))
				.map((app) -> Permitted.of(appPermission, app))
				.stream())
			.toList();
	}

	/**
	 * Takes back all that an app was permitted.
	 * @throws ProblemException 404 {@code consent.not-found}
	 */
	public void withdraw(String userId, String client, ClientDevice by) {
		this.work.run(() -> {
			if (!this.ending.withdraw(userId, client)) {
				throw ProblemException.notFound("consent.not-found", "You have permitted no such app anything.");
			}
			this.audit.record(AuditAction.APP_ACCESS_WITHDRAWN, userId, client, by);
			return client;
		});
	}

	/**
	 * What an app may do for somebody.
	 *
	 * @param clientId the app's
	 * @param name of the app
	 * @param homePage where more is told, or null
	 * @param scopes what it may do
	 * @param since when it was first permitted
	 * @param lastUsedAt when it was last given a token, or null
	 */
	@Schema(name = "PermittedApp")
	public record Permitted(@Schema(example = "01KAG2VC5E7G9J1K3M5N7P9Q1R") String clientId,
			@Schema(example = "Reading list") String name,
			@Schema(example = "https://reading.example.org") @Nullable String homePage,
			@Schema(example = "[\"openid\", \"threads:read\"]") List<String> scopes, Instant since,
			@Nullable Instant lastUsedAt) {

		static Permitted of(AppPermission appPermission, OAuthClient app) {
			return new Permitted(app.id(), app.terms().name(), app.terms().homePage(), appPermission.scopes(),
					appPermission.since(), appPermission.lastUsedAt());
		}

	}

}
