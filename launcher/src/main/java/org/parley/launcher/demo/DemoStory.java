package org.parley.launcher.demo;

import java.util.List;
import java.util.stream.Stream;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.demo.account.BanChapter;
import org.parley.launcher.demo.account.IdentityChapter;
import org.parley.launcher.demo.account.MailChapter;
import org.parley.launcher.demo.forum.BookmarkChapter;
import org.parley.launcher.demo.forum.CaseChapter;
import org.parley.launcher.demo.forum.MergeAndSplitChapter;
import org.parley.launcher.demo.forum.ModerationChapter;
import org.parley.launcher.demo.forum.ReadingChapter;
import org.parley.launcher.demo.forum.SummaryChapter;
import org.parley.launcher.demo.forum.WritingChapter;

/**
 * A forum in use: people sign in, write, read, moderate, are told and are refused. Only
 * through the gateway, with new names each time, so that it can be told again.
 */
public final class DemoStory {

	private DemoStory() {
	}

	/** The steps, in the order in which they must be played. */
	public static List<DemoStep> with(GatewayClient gatewayClient, DemoAccounts demoAccounts, DemoEnvironment demoEnvironment) {
		var scene = new DemoState(gatewayClient, demoAccounts);
		var identity = new IdentityChapter(scene);
		return Stream
			.of(identity.steps(), new WritingChapter(scene).steps(), new ReadingChapter(scene).steps(),
					new BookmarkChapter(scene).steps(), new ModerationChapter(scene).steps(),
					new MergeAndSplitChapter(scene).steps(), new NotificationChapter(scene).steps(),
					new LiveChapter(scene).steps(), new CaseChapter(scene).steps(), new SummaryChapter(scene).steps(),
					new WebhookChapter(scene, demoEnvironment.webhookSecret()).steps(), new BanChapter(scene).steps(),
					new JobChapter(scene).steps(), new RefusalChapter(scene).steps(), identity.ending(),
					new MailChapter(scene, demoEnvironment.mailbox()).steps())
			.flatMap(List::stream)
			.toList();
	}

}
