/** People who answer mails by mail during a drill. */
@NullMarked
package org.parley.resilience.mail;

import org.jspecify.annotations.NullMarked;
