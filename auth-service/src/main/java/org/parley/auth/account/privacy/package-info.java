/** What this service itself keeps of people. */
@NullMarked
package org.parley.auth.account.privacy;

import org.jspecify.annotations.NullMarked;
