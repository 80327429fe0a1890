package org.parley.chat.message.write;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.chat.ChatIT;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.StripedLocks;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A right that ends while a message waits for its turn refuses the message. */
class SendMessageIT extends ChatIT {

	@Autowired
	private SendMessage sendMessage;

	@Autowired
	private StripedLocks locks;

	@Test
	void messageOfMemberWhoIsRemovedMeanwhileIsRefused() throws Exception {
		var alice = aPerson();
		var bob = aPerson();
		var group = aGroup(alice, bob);
		send(bob, group, "Before");
		refusedMeanwhile(bob, group, "conversation.not-found",
				() -> this.api.delete(alice, "/conversations/" + group + "/members/" + bob.username()));
		assertThat(this.api.get(alice, "/conversations/" + group + "/messages").body().path("data")).hasSize(1);
	}

	@Test
	void messageToPersonWhoAcceptsNoMessagesMeanwhileIsRefused() throws Exception {
		var alice = aPerson();
		var bob = aPerson();
		var direct = aDirectConversation(alice, bob);
		send(alice, direct, "Before");
		refusedMeanwhile(alice, direct, "chat.not-accepted",
				() -> this.api.put(bob, "/preferences", Map.of("writers", "nobody")));
		assertThat(this.api.get(bob, "/conversations/" + direct + "/messages").body().path("data")).hasSize(1);
	}

	/** Sends a message, whose turn comes after a change. */
	private void refusedMeanwhile(TestUser author, String conversation, String code, Runnable change) throws Exception {
		var sent = new FutureTask<>(() -> this.sendMessage.send(conversation,
				new MessageRequest("Late", null, null, null), caller(author)));
		var changed = new CountDownLatch(1);
		var held = new CountDownLatch(1);
		var before = Thread.ofPlatform().start(() -> this.locks.runAlone(conversation, () -> {
			held.countDown();
			return await(changed);
		}));
		held.await();
		var sender = Thread.ofPlatform().start(sent);
		Awaitility.await().until(() -> waitsForTurn(sender));
		change.run();
		changed.countDown();
		before.join();
		sender.join();
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> {
			throw sent.exceptionNow();
		}).satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

	private static boolean waitsForTurn(Thread sender) {
		return Arrays.stream(sender.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().equals(StripedLocks.class.getName()));
	}

	private static boolean await(CountDownLatch latch) {
		try {
			latch.await();
			return true;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Caller caller(TestUser user) {
		return new Caller(user.id(), user.username(), user.username(), "", Set.of("user"), Set.of(Caller.FIRST_PARTY));
	}

}
