package org.parley.platform.privacy.export;

import java.time.InstantSource;

import org.parley.contracts.privacy.ExportRequested;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.privacy.PersonalDataKinds;

/** Starts the export of a person's data from this service to auth-service. */
public class ExportUserData {

	private final LocalExports localExports;

	private final PersonalDataKinds personalDataKinds;

	private final ClusterLoop loop;

	private final UnitOfWork work;

	private final InstantSource clock;

	public ExportUserData(LocalExports localExports, PersonalDataKinds personalDataKinds, ClusterLoop loop,
			UnitOfWork work, InstantSource clock) {
		this.localExports = localExports;
		this.personalDataKinds = personalDataKinds;
		this.loop = loop;
		this.work = work;
		this.clock = clock;
	}

	/** Starts the export in the current transaction; a repeated request has no effect. */
	public void begin(ExportRequested requested) {
		this.localExports.begin(LocalExport.begin(requested, this.personalDataKinds.names(), this.clock.instant()));
		this.work.afterCommit(this.loop::signal);
	}

}
