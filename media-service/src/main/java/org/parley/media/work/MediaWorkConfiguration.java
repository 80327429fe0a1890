package org.parley.media.work;

import java.time.InstantSource;

import org.parley.media.item.MediaItems;
import org.parley.media.item.WorkLane;
import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.runtime.ProcessRole;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the loops of {@link DueMedia} on worker instances. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MediaWorkSettings.class)
class MediaWorkConfiguration {

	@Bean
	ClusterLoops pictureLoops(MediaItems items, MediaWorker worker, InstantSource clock, MediaWorkSettings settings,
			ProcessRole role) {
		return new ClusterLoops("picture-worker", role.works() ? settings.workers() : 0,
				new DueMedia(items, WorkLane.PICTURES, worker, clock));
	}

	@Bean
	ClusterLoops videoLoops(MediaItems items, MediaWorker worker, InstantSource clock, MediaWorkSettings settings,
			ProcessRole role) {
		return new ClusterLoops("video-worker", role.works() ? settings.videoWorkers() : 0,
				new DueMedia(items, WorkLane.VIDEOS, worker, clock));
	}

}
