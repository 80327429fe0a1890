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
import org.parley.auth.oauth.grant.AppPermissions;
import org.parley.auth.oauth.grant.AppPermissions.AppPermission;
import org.parley.auth.oauth.grant.EndGrants;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** The apps with access to a user's account, and its withdrawal. */
@Component
public class AuthorizedApps {

	private final AppPermissions appPermissions;

	private final OAuthClients clients;

	private final EndGrants endGrants;

	private final UnitOfWork unitOfWork;

	private final Audit audit;

	AuthorizedApps(AppPermissions appPermissions, OAuthClients clients, EndGrants endGrants, UnitOfWork unitOfWork,
			Audit audit) {
		this.appPermissions = appPermissions;
		this.clients = clients;
		this.endGrants = endGrants;
		this.unitOfWork = unitOfWork;
		this.audit = audit;
	}

	/** The apps of a user, without removed ones. */
	public List<Permitted> findByUser(String userId) {
		var permitted = this.appPermissions.findByUser(userId);
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
	 * Withdraws all access of an app.
	 * @throws RefusalException 404 {@code consent.not-found}
	 */
	public void withdraw(String userId, String client, ClientDevice by) {
		this.unitOfWork.run(() -> {
			if (!this.endGrants.withdraw(userId, client)) {
				throw RefusalException.notFound("consent.not-found", "The app has no access to your account.");
			}
			this.audit.record(AuditAction.APP_ACCESS_WITHDRAWN, userId, client, by);
		});
	}

	/** An app with access to a user's account. */
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
