package org.parley.demo;

import java.util.List;
import java.util.stream.Stream;

import org.parley.demo.account.BanChapter;
import org.parley.demo.account.GroupChapter;
import org.parley.demo.account.IdentityChapter;
import org.parley.demo.account.MailChapter;
import org.parley.demo.account.NewcomerChapter;
import org.parley.demo.forum.AppealChapter;
import org.parley.demo.forum.BookmarkChapter;
import org.parley.demo.forum.CaseChapter;
import org.parley.demo.forum.MergeAndSplitChapter;
import org.parley.demo.forum.ModerationChapter;
import org.parley.demo.forum.PolicyChapter;
import org.parley.demo.forum.ReadingChapter;
import org.parley.demo.forum.SummaryChapter;
import org.parley.demo.forum.WritingChapter;
import org.parley.demo.stage.DemoEnvironment;
import org.parley.demo.stage.DemoLogins;
import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.GatewayClient;

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
					new MailChapter(state, demoEnvironment.mailbox()).steps(), new NewcomerChapter(state).steps(),
					new GroupChapter(state).steps())
			.flatMap(List::stream)
			.toList();
	}

}
