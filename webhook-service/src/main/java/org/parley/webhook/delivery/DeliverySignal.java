package org.parley.webhook.delivery;

import java.util.concurrent.atomic.AtomicReference;

import org.springframework.stereotype.Component;

/** Wakes the delivery worker of this process, if it has one. */
@Component
public class DeliverySignal {

	private final AtomicReference<Runnable> worker = new AtomicReference<>(() -> {
	});

	public void onWake(Runnable action) {
		this.worker.set(action);
	}

	void wakeWorker() {
		this.worker.get().run();
	}

}
