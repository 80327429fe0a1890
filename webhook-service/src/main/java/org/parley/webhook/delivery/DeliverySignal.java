package org.parley.webhook.delivery;

import java.util.concurrent.atomic.AtomicReference;

import org.springframework.stereotype.Component;

/** Wakes the loop of this process, if it has one, when something has its turn. */
@Component
class DeliverySignal {

	private final AtomicReference<Runnable> loop = new AtomicReference<>(() -> {
	});

	void wakes(Runnable sleeper) {
		this.loop.set(sleeper);
	}

	void send() {
		this.loop.get().run();
	}

}
