/** Tests of going on while servers are away. */
@NullMarked
package org.parley.chat.outage;

import org.jspecify.annotations.NullMarked;
