/** What a service keeps of people: shown to themselves, and erased when they go. */
@NullMarked
package org.parley.platform.events.privacy;

import org.jspecify.annotations.NullMarked;
