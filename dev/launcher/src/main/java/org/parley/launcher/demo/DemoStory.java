package org.parley.launcher.demo;

import java.util.List;
import java.util.stream.Stream;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.demo.account.BanChapter;
import org.parley.launcher.demo.account.IdentityChapter;
import org.parley.launcher.demo.account.MailChapter;
import org.parley.launcher.demo.forum.AppealChapter;
import org.parley.launcher.demo.forum.BookmarkChapter;
import org.parley.launcher.demo.forum.CaseChapter;
import org.parley.launcher.demo.forum.MergeAndSplitChapter;
import org.parley.launcher.demo.forum.ModerationChapter;
import org.parley.launcher.demo.forum.PolicyChapter;
import org.parley.launcher.demo.forum.ReadingChapter;
import org.parley.launcher.demo.forum.SummaryChapter;
import org.parley.launcher.demo.forum.WritingChapter;
import org.parley.launcher.demo.stage.DemoEnvironment;
import org.parley.launcher.demo.stage.DemoLogins;
import org.parley.launcher.demo.stage.DemoState;
import org.parley.launcher.demo.stage.DemoStep;

/**
 * The steps of the demo. They use the gateway only, with new names in each run, so the
 * demo can be repeated.
 */
public final class DemoStory {

	private DemoStory() {
	}

	/** Creates the steps in the order in which they must run. */
	public static List<DemoStep> with(GatewayClient gatewayClient, DemoLogins demoLogins,
			DemoEnvironment demoEnvironment) {
		var state = new DemoState(gatewayClient, demoLogins);
		var identity = new IdentityChapter(state);
		return Stream
			.of(identity.steps(), new WritingChapter(state).steps(), new ReadingChapter(state).steps(),
					new BookmarkChapter(state).steps(), new ModerationChapter(state).steps(),
					new MergeAndSplitChapter(state).steps(), new NotificationChapter(state).steps(),
					new LiveChapter(state).steps(), new CaseChapter(state).steps(), new PolicyChapter(state).steps(),
					new AppealChapter(state).steps(), new SummaryChapter(state).steps(),
					new WebhookChapter(state, demoEnvironment.webhookSecret()).steps(), new BanChapter(state).steps(),
					new JobChapter(state).steps(), new RefusalChapter(state).steps(), identity.finalSteps(),
					new MailChapter(state, demoEnvironment.mailbox()).steps())
			.flatMap(List::stream)
			.toList();
	}

}
