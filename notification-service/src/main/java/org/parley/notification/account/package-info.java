/** Consumes events about accounts. */
@NullMarked
package org.parley.notification.account;

import org.jspecify.annotations.NullMarked;
