package org.parley.launcher.crowd;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.parley.launcher.client.Await;

/** People in a queue: whoever has not written for longest is next. */
final class Crowd {

	private final BlockingQueue<CrowdMember> waiting = new LinkedBlockingQueue<>();

	/** Somebody who may write now, for one writer alone until they are back. */
	CrowdMember next() throws InterruptedException {
		var crowdMember = this.waiting.take();
		Await.pass(crowdMember.rest());
		return crowdMember;
	}

	void join(CrowdMember crowdMember) {
		this.waiting.add(crowdMember);
	}

	int size() {
		return this.waiting.size();
	}

}
