package org.parley.auth.account.export;

import java.time.InstantSource;
import java.util.Map;

import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.web.Ids;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks every service for what it keeps of somebody, unless that was done a while ago. */
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

	/** The copy that is there, or is being made; else another begins. */
	Export order(String userId, ClientDevice clientDevice) {
		return this.work.run(() -> this.exports.of(userId)
			.filter((export) -> this.clock.instant().isBefore(export.expiresAt()))
			.orElseGet(() -> begin(userId, clientDevice)));
	}

	private Export begin(String userId, ClientDevice clientDevice) {
		var now = this.clock.instant();
		var export = new Export(userId, Ids.next(), now, now.plus(this.settings.kept()), Map.of());
		this.exports.keep(export);
		this.audit.record(AuditAction.EXPORTED, userId, null, clientDevice);
		this.events.publishEvent(new ExportRequested(export.id(), userId, now));
		return export;
	}

	/** Whether it is time to give what is there. */
	boolean isPatienceOver(Export export) {
		return !this.clock.instant().isBefore(export.requestedAt().plus(this.settings.patience()));
	}

}
