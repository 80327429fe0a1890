package org.parley.launcher.demo;

import java.util.List;
import java.util.stream.Stream;

import org.parley.launcher.client.GatewayClient;

/**
 * A forum in use: people sign in, write, read, moderate, are told and are refused. Only
 * through the gateway, with new names each time, so that it can be told again.
 */
public final class DemoStory {

	private DemoStory() {
	}

	/** The steps, in the order in which they must be played. */
	public static List<DemoStep> with(GatewayClient gatewayClient, DemoCast demoCast, DemoEnvironment demoEnvironment) {
		var scene = new DemoState(gatewayClient, demoCast);
		var identity = new IdentityChapter(scene);
		return Stream
			.of(identity.steps(), new WritingChapter(scene).steps(), new ReadingChapter(scene).steps(),
					new BookmarkChapter(scene).steps(), new ModerationChapter(scene).steps(),
					new ModeratorDayChapter(scene).steps(), new NotificationChapter(scene).steps(),
					new LiveChapter(scene).steps(), new CaseChapter(scene).steps(), new SummaryChapter(scene).steps(),
					new WebhookChapter(scene, demoEnvironment.webhookSecret()).steps(), new BanChapter(scene).steps(),
					new JobChapter(scene).steps(), new RefusalChapter(scene).steps(), identity.ending(),
					new MailChapter(scene, demoEnvironment.mailbox()).steps())
			.flatMap(List::stream)
			.toList();
	}

}
