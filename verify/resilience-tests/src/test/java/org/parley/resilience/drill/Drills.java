package org.parley.resilience.drill;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.parley.launcher.process.LauncherException;
import org.parley.resilience.decision.DecisionTraffic;
import org.parley.resilience.drill.fault.BrokerOutageFault;
import org.parley.resilience.drill.fault.CrashFault;
import org.parley.resilience.drill.fault.CrashSite;
import org.parley.resilience.drill.fault.FlakyListenerFault;
import org.parley.resilience.drill.fault.KillEveryServiceFault;
import org.parley.resilience.drill.fault.KillFault;
import org.parley.resilience.drill.fault.KillRealtimeFault;
import org.parley.resilience.drill.fault.KillServicesFault;
import org.parley.resilience.drill.fault.LateListenerFault;
import org.parley.resilience.drill.fault.PoisonMessageFault;
import org.parley.resilience.drill.fault.ProcessOutageFault;
import org.parley.resilience.drill.fault.ServerOutageFault;
import org.parley.resilience.drill.fault.SideTrafficFault;
import org.parley.resilience.drill.fault.TwoInstancesFault;
import org.parley.resilience.drill.restart.RestoreBackupFault;
import org.parley.resilience.drill.restart.RollingRestartFault;
import org.parley.resilience.drill.still.HeldStillFault;
import org.parley.resilience.mail.MailTraffic;
import org.parley.resilience.social.SocialTraffic;
import org.parley.resilience.talk.Talk;
import org.parley.system.Broker;

/** All drills. */
final class Drills implements Iterable<String> {

	static final String ALL = "all";

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration MOMENT = Duration.ofSeconds(3);

	private static final Duration OUTAGE = Duration.ofSeconds(30);

	private static final Duration PAUSE = Duration.ofSeconds(10);

	/** Shorter than every timeout, longer than the gateway's, and longer than all. */
	private static final List<Duration> HOLDS = List.of(Duration.ofSeconds(3), Duration.ofSeconds(11), MINUTE);

	private static final List<Drill> DRILLS = List.of(new Drill("calm", "no fault", (_, _) -> 0),
			new Drill("kill", "forum-service, auth-service and the witness are killed in turn every few seconds",
					new KillFault(List.of(DrillStage::forum, DrillStage::auth, DrillStage::listener))),
			new Drill("crash-publisher",
					"forum-service and auth-service crash at each step of save, relay, confirm, remove",
					new CrashFault(CrashSite.OF_PUBLISHERS, List.of(DrillStage::forum, DrillStage::auth))),
			new Drill("crash-listener", "the witness crashes at each step of receive, apply, acknowledge",
					new CrashFault(CrashSite.OF_LISTENERS, List.of(DrillStage::listener))),
			new Drill("two-instances",
					"two instances of forum-service and of the witness run, and one of the four is killed every few seconds",
					new TwoInstancesFault()),
			new Drill("flaky-consumer", "the witness fails twice at one in 200 events, then succeeds",
					new FlakyListenerFault(200)),
			new Drill("poison", "two messages that cannot be handled are at the head of the queue",
					new PoisonMessageFault()),
			new Drill("late-listener", "a second witness starts later and receives earlier events by snapshot",
					new LateListenerFault()),
			new Drill("broker-stop", "RabbitMQ is stopped for 60 s",
					new BrokerOutageFault(Broker::stop, MINUTE, MOMENT, 1)),
			new Drill("broker-kill", "RabbitMQ is killed repeatedly",
					new BrokerOutageFault(Broker::kill, MOMENT, MOMENT, 10)),
			new Drill("rooms",
					"every service and worker is killed in turn, and notifications, mails and webhooks are checked",
					new KillEveryServiceFault()),
			new Drill("rolling",
					"each process of a service with two, and the gateway, is restarted in turn; no request may fail",
					new RollingRestartFault()),
			new Drill("restore", "a backup is made while people write, and restored into an empty stack",
					new RestoreBackupFault()),
			new Drill("sockets", "realtime-service is killed every few seconds while clients follow threads",
					new KillRealtimeFault()),
			new Drill("talk-database", "MongoDB is killed twice for 30 s while people talk",
					new SideTrafficFault(Drills::openTalk, new ServerOutageFault("mongo", OUTAGE, PAUSE, 2))),
			new Drill("talk-broker", "RabbitMQ is killed twice for 30 s while people talk",
					new SideTrafficFault(Drills::openTalk, new ServerOutageFault("rabbit", OUTAGE, PAUSE, 2))),
			new Drill("talk-redis", "Redis is killed twice for 30 s while people talk",
					new SideTrafficFault(Drills::openTalk, new ServerOutageFault("redis", OUTAGE, PAUSE, 2))),
			new Drill("talk-workers", "all workers are away for 30 s while people talk",
					new SideTrafficFault(Drills::openTalk, new ProcessOutageFault("-worker", OUTAGE, PAUSE))),
			new Drill("talk-kill", "each process that has to do with conversations is killed twice while people talk",
					new SideTrafficFault(Drills::openTalk,
							new KillServicesFault(
									Set.of("gateway", "auth", "chat", "realtime", "notification", "moderation")))),
			new Drill("talk-database-still", "MongoDB is held still for 3, 11 and 60 s while people talk",
					new SideTrafficFault(Drills::openTalk, HeldStillFault.server("mongo", HOLDS, PAUSE))),
			new Drill("talk-broker-still", "RabbitMQ is held still for 3, 11 and 60 s while people talk",
					new SideTrafficFault(Drills::openTalk, HeldStillFault.server("rabbit", HOLDS, PAUSE))),
			new Drill("talk-redis-still", "Redis is held still for 3, 11 and 60 s while people talk",
					new SideTrafficFault(Drills::openTalk, HeldStillFault.server("redis", HOLDS, PAUSE))),
			new Drill("talk-still", "each process that has to do with conversations is held still for 3 and 11 s",
					new SideTrafficFault(Drills::openTalk,
							HeldStillFault.services(Set.of("auth", "chat", "realtime", "notification"),
									HOLDS.subList(0, 2), PAUSE))),
			new Drill("social-database", "MongoDB is killed twice for 30 s while people post, comment and upload",
					new SideTrafficFault(Drills::openPosts, new ServerOutageFault("mongo", OUTAGE, PAUSE, 2))),
			new Drill("social-broker", "RabbitMQ is killed twice for 30 s while people post, comment and upload",
					new SideTrafficFault(Drills::openPosts, new ServerOutageFault("rabbit", OUTAGE, PAUSE, 2))),
			new Drill("social-redis", "Redis is killed twice for 30 s while people post, comment and upload",
					new SideTrafficFault(Drills::openPosts, new ServerOutageFault("redis", OUTAGE, PAUSE, 2))),
			new Drill("social-storage", "the storage of pictures is away for 30 s while people upload",
					new SideTrafficFault(Drills::openPosts, new ProcessOutageFault("object-storage", OUTAGE, PAUSE))),
			new Drill("social-workers", "all workers are away for 30 s while people post, comment and upload",
					new SideTrafficFault(Drills::openPosts, new ProcessOutageFault("-worker", OUTAGE, PAUSE))),
			new Drill("social-kill", "each process of social- and media-service is killed twice while they work",
					new SideTrafficFault(Drills::openPosts,
							new KillServicesFault(Set.of("gateway", "social", "media", "object-storage")))),
			new Drill("social-still", "each process of social- and media-service is held still for 3 and 11 s",
					new SideTrafficFault(Drills::openPosts,
							HeldStillFault.services(Set.of("social", "media", "object-storage"), HOLDS.subList(0, 2),
									PAUSE))),
			new Drill("decisions-database", "MongoDB is killed twice for 30 s while moderators decide",
					new SideTrafficFault(Drills::openDecisions, new ServerOutageFault("mongo", OUTAGE, PAUSE, 2))),
			new Drill("decisions-broker", "RabbitMQ is killed twice for 30 s while moderators decide",
					new SideTrafficFault(Drills::openDecisions, new ServerOutageFault("rabbit", OUTAGE, PAUSE, 2))),
			new Drill("decisions-workers", "all workers are away for 30 s while moderators decide",
					new SideTrafficFault(Drills::openDecisions, new ProcessOutageFault("-worker", OUTAGE, PAUSE))),
			new Drill("decisions-kill",
					"each process that applies or tells decisions is killed twice while moderators decide",
					new SideTrafficFault(Drills::openDecisions,
							new KillServicesFault(
									Set.of("gateway", "moderation", "forum", "social", "chat", "notification")))),
			new Drill("mails",
					"each process that receives, publishes or sends a mail crashes at each of its steps while people answer mails",
					new SideTrafficFault(MailTraffic::open, new CrashFault(CrashSite.OF_MAILS))));

	/** A short drill for the build, which is not part of {@code all}. */
	private static final Drill BRIEF = new Drill("brief", "forum-service and the witness are killed once",
			new KillFault(List.of(DrillStage::forum, DrillStage::listener), 2));

	private static SideTraffic openTalk(DrillStage drillStage) {
		return Talk.open(drillStage.admin().gateway());
	}

	private static SideTraffic openPosts(DrillStage drillStage) {
		return SocialTraffic.open(drillStage.admin().gateway());
	}

	private static SideTraffic openDecisions(DrillStage drillStage) {
		return DecisionTraffic.open(drillStage.admin());
	}

	/**
	 * Returns the drills with the given comma-separated names; {@code all} returns all.
	 */
	static List<Drill> named(String names) {
		return Stream.of(names.split(",", -1)).flatMap(Drills::withName).toList();
	}

	private static Stream<Drill> withName(String name) {
		if (name.equals(ALL)) {
			return DRILLS.stream();
		}
		return Stream.of(Stream.concat(DRILLS.stream(), Stream.of(BRIEF))
			.filter((drill) -> drill.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new LauncherException(
					"Unknown drill %s. Known drills: %s".formatted(name, String.join(", ", new Drills())))));
	}

	/** Returns the names for the command's help. */
	@Override
	public Iterator<String> iterator() {
		return Stream.concat(DRILLS.stream().map(Drill::name), Stream.of(ALL, BRIEF.name())).iterator();
	}

}
