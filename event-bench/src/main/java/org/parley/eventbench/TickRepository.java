package org.parley.eventbench;

import org.springframework.data.repository.Repository;

/** Where ticks are. */
interface TickRepository extends Repository<Tick, String> {

	Tick save(Tick tick);

}
