package dateline.reconcile.event;

/** Which entity of the story stands behind a referent of one of its reports. */
public interface EntityOf {
    /** Index of the entity, or -1 when the referent belongs to none. */
    int entity(int report, int referent);
}
