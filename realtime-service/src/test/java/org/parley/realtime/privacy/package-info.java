/** What people are told of themselves, and what is left when they are gone. */
@NullMarked
package org.parley.realtime.privacy;

import org.jspecify.annotations.NullMarked;
