package org.parley.forum;

/** Another service's class, to prove that it may not be used. */
public class ForumClass {

}
