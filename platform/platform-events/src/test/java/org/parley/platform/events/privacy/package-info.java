/** What is kept of people is shown and erased, in spite of crashes and late news. */
@NullMarked
package org.parley.platform.events.privacy;

import org.jspecify.annotations.NullMarked;
