/** A mail server for a laptop: it takes everything and delivers nothing. */
@NullMarked
package org.parley.mailbox;

import org.jspecify.annotations.NullMarked;
