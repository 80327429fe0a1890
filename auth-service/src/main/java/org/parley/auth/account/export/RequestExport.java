package org.parley.auth.account.export;

import java.time.InstantSource;
import java.util.Map;

import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.privacy.ExportRequested;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks every service for the personal data of a user, unless an export exists. */
@Component
@EnableConfigurationProperties(ExportSettings.class)
class RequestExport {

	private final ExportSettings settings;

	private final Exports exports;

	private final ApplicationEventPublisher events;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	RequestExport(ExportSettings settings, Exports exports, ApplicationEventPublisher events, UnitOfWork work,
			Audit audit, InstantSource clock) {
		this.settings = settings;
		this.exports = exports;
		this.events = events;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/** Finds the current export of the user, or starts a new one. */
	Export findOrRequest(String userId, ClientDevice clientDevice) {
		return this.work.run(() -> this.exports.find(userId)
			.filter((export) -> this.clock.instant().isBefore(export.expiresAt()))
			.orElseGet(() -> start(userId, clientDevice)));
	}

	private Export start(String userId, ClientDevice clientDevice) {
		var now = this.clock.instant();
		var export = new Export(userId, Ids.next(), now, null, now.plus(this.settings.kept()), Map.of());
		this.exports.save(export);
		this.audit.record(AuditAction.EXPORTED, userId, null, clientDevice);
		this.events.publishEvent(new ExportRequested(export.id(), userId, now));
		return export;
	}

	/** Whether the export is delivered even if parts are missing, since none arrives. */
	boolean isOverdue(Export export) {
		return !this.clock.instant().isBefore(export.lastSign().plus(this.settings.patience()));
	}

}
