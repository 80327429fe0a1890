/** Going on while MongoDB is away: knowing that it is, and remembering what it said. */
@NullMarked
package org.parley.chat.outage;

import org.jspecify.annotations.NullMarked;
