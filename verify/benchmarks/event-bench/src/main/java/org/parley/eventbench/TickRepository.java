package org.parley.eventbench;

import org.springframework.data.repository.Repository;

/** Repository of ticks. */
interface TickRepository extends Repository<Tick, String> {

	Tick save(Tick tick);

}
