package org.parley.platform.test.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.parley.contracts.audit.AdministratorActed;

import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

/** The acts of administrators that were committed. Tests can make recording fail. */
public class RecordedActs {

	private final List<AdministratorActed> committed = new CopyOnWriteArrayList<>();

	private volatile boolean failing;

	@EventListener
	void on(AdministratorActed acted) {
		if (this.failing) {
			throw new IllegalStateException("The act cannot be recorded: " + acted.act());
		}
	}

	@TransactionalEventListener
	void committed(AdministratorActed acted) {
		this.committed.add(acted);
	}

	public void clear() {
		this.committed.clear();
		this.failing = false;
	}

	public void fail() {
		this.failing = true;
	}

	/** Each act with the acting person and the detail, in order. */
	public List<String> texts() {
		return this.committed.stream()
			.map((acted) -> "%s by %s: %s".formatted(acted.act(), acted.by(), acted.detail()))
			.toList();
	}

}
