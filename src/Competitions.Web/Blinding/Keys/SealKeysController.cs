using System.Security.Cryptography;
using Competitions.Blinding;
using Competitions.Data;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Blinding.Keys;

/// <summary>Half of a key, shown here and nowhere again.</summary>
/// <param name="Whose">加密裁判 or 监督.</param>
public sealed record ShownHalf(EntryPlace Place, string Whose, string Half);

/// <summary>密封钥匙: the encryption judge makes it and gets his half.</summary>
[Route("events/{code}/seal-key"), Authorize(Policies.KeepCodes)]
public sealed class SealKeysController(CompetitionsDb db, EntryDesk desk, FieldCipher cipher, AuditTrail audit) : Controller
{
    public const string Field = "seal-key";

    [HttpPost("")]
    public async Task<IActionResult> Create(string code)
    {
        var place = await desk.At(code);
        Refusal.Unless(place.Event.SealedModules.Count > 0, "draw.no-such-place");
        var (mine, theirs) = (Lots.HalfFrom(RandomNumberGenerator.GetBytes(32)), Lots.HalfFrom(RandomNumberGenerator.GetBytes(32)));
        var (publicPart, wrapped) = Sealing.Make(mine, theirs);
        await desk.InQueue(place.Contest.Id, async () =>
        {
            Refusal.Unless(!await db.SealKeys.AnyAsync(k => k.EventCode == code), "seal-key.there-is-one");
            db.Add(new SealKey(code, publicPart, wrapped, cipher.Seal(Field, theirs).Bytes, place.Me, place.Now));
        });
        await audit.Write("seal-key.create", code);
        Response.Headers.CacheControl = "no-store";
        return View("Half", new ShownHalf(place, "加密裁判", mine));
    }
}

/// <summary>The supervisor takes his half; from then on it lies in the house no more.</summary>
[Route("events/{code}/seal-key/half"), Authorize(Policies.WitnessCodes)]
public sealed class SealKeyHalvesController(CompetitionsDb db, EntryDesk desk, FieldCipher cipher, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code)
    {
        var place = await desk.At(code);
        var half = await desk.InQueue(place.Contest.Id, async () =>
        {
            var key = await db.SealKeys.SingleOrDefaultAsync(k => k.EventCode == code) ?? throw new Refusal("seal-key.missing");
            var waiting = key.Waiting;
            key.Take(place.Me, place.Now);
            return cipher.Open(SealKeysController.Field, waiting!);
        });
        await audit.Write("seal-key.take", code);
        Response.Headers.CacheControl = "no-store";
        return View("Half", new ShownHalf(place, "监督", half));
    }
}
