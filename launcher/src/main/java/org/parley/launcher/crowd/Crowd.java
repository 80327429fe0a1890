package org.parley.launcher.crowd;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.parley.launcher.client.Patience;

/** People in a queue: whoever has not written for longest is next. */
final class Crowd {

	private final BlockingQueue<Member> waiting = new LinkedBlockingQueue<>();

	/** Somebody who may write now, for one writer alone until they are back. */
	Member next() throws InterruptedException {
		var member = this.waiting.take();
		Patience.pass(member.rest());
		return member;
	}

	void join(Member member) {
		this.waiting.add(member);
	}

	int size() {
		return this.waiting.size();
	}

}
